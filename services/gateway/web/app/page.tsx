import { ListeningPage } from "@/listening/ListeningPage";

export default function Page() {
  return <ListeningPage />;
}
