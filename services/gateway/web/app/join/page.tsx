import { JoinPage } from "@/join/JoinPage";
import { AddedWords } from "@/intl/AddedWords";

export default function Page() {
  return <AddedWords part="pages"><JoinPage /></AddedWords>;
}
