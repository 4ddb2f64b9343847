import { ExportPage } from "@/start/ExportPage";
import { StartWords } from "@/start/StartWords";
import { PageWords } from "@/intl/PageWords";

export default function Page() {
  return <PageWords><StartWords><ExportPage /></StartWords></PageWords>;
}
