import { SettingsPage } from "@/settings/SettingsPage";
import { PageWords } from "@/intl/PageWords";

export default function Page() {
  return <PageWords><SettingsPage /></PageWords>;
}
