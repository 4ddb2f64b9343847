import { AddedWords } from "@/intl/AddedWords";
import { GoodbyePage } from "@/start/GoodbyePage";

export default function Page() {
  return <AddedWords part="pages"><GoodbyePage /></AddedWords>;
}
