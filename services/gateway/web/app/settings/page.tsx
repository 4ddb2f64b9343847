import { SettingsPage } from "@/settings/SettingsPage";
import { AddedWords } from "@/intl/AddedWords";

export default function Page() {
  return <AddedWords part="pages"><SettingsPage /></AddedWords>;
}
