import { ExportPage } from "@/start/ExportPage";

export default function Page() {
  return <ExportPage />;
}
