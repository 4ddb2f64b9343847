import { ExportPage } from "@/start/ExportPage";
import { PageWords } from "@/intl/PageWords";

export default function Page() {
  return <PageWords><ExportPage /></PageWords>;
}
