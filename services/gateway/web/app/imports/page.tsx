import { ImportsPage } from "@/imports/ImportsPage";

export default function Page() {
  return <ImportsPage />;
}
