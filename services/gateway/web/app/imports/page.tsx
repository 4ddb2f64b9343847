import { ImportsPage } from "@/imports/ImportsPage";
import { AddedWords } from "@/intl/AddedWords";

export default function Page() {
  return <AddedWords part="pages"><ImportsPage /></AddedWords>;
}
