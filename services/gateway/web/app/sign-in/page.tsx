import { PageWords } from "@/intl/PageWords";
import { SignInPage } from "@/start/SignInPage";

export default function Page() {
  return <PageWords><SignInPage /></PageWords>;
}
