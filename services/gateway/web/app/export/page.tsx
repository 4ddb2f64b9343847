import { ExportPage } from "@/start/ExportPage";
import { AddedWords } from "@/intl/AddedWords";

export default function Page() {
  return <AddedWords part="pages"><AddedWords part="start"><ExportPage /></AddedWords></AddedWords>;
}
