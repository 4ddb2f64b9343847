import { ImportsPage } from "@/imports/ImportsPage";
import { PageWords } from "@/intl/PageWords";

export default function Page() {
  return <PageWords><ImportsPage /></PageWords>;
}
