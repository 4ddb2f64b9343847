import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { heedPerson } from "@/api/person";
import { keys } from "@/api/keys";

const WINDOW = ["wrapped", { from: "2026-01-01", to: "2026-01-31", person: undefined }];
const OTHERS = ["wrapped", { from: "2026-01-01", to: "2026-01-31", person: "jon" }];

describe("who is here", () => {
  let client: QueryClient;
  let heed: ReturnType<typeof heedPerson>;
  const arrives = (id: string | null) => heed(id && { id }, { queryKey: keys.me });

  beforeEach(() => {
    client = new QueryClient();
    heed = heedPerson(() => client);
    client.setQueryData(WINDOW, "numbers");
    client.setQueryData(["words", "pages", "en"], "words");
  });

  it("keeps the answers as long as it is the same person, also after a silence", () => {
    arrives("mara");
    arrives(null);
    arrives("mara");
    expect(client.getQueryData(WINDOW)).toBe("numbers");
  });

  it("leaves nothing of one person to the next but what is nobody's", () => {
    arrives("mara");
    arrives("jon");
    expect(client.getQueryData(WINDOW)).toBeUndefined();
    expect(client.getQueryData(["words", "pages", "en"])).toBe("words");
  });

  it("is asked where an answer about oneself is of another, and only there", () => {
    const ask = vi.spyOn(client, "invalidateQueries");
    arrives("mara");
    heed({ person: { id: "mara" } }, { queryKey: WINDOW });
    heed({ person: { id: "jon" } }, { queryKey: OTHERS });
    heed({ person: { id: "jon" } }, { queryKey: keys.history("jon") });
    expect(ask).not.toHaveBeenCalled();
    heed({ person: { id: "jon" } }, { queryKey: WINDOW });
    heed({ person: { id: "jon" } }, { queryKey: keys.history(null) });
    expect(ask.mock.calls).toEqual([[{ queryKey: keys.me }], [{ queryKey: keys.me }]]);
  });
});
