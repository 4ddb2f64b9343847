import { AddedWords } from "@/intl/AddedWords";
import { SignInPage } from "@/start/SignInPage";

export default function Page() {
  return <AddedWords part="pages"><AddedWords part="start"><SignInPage /></AddedWords></AddedWords>;
}
