import { PageWords } from "@/intl/PageWords";
import { SignInPage } from "@/start/SignInPage";
import { StartWords } from "@/start/StartWords";

export default function Page() {
  return <PageWords><StartWords><SignInPage /></StartWords></PageWords>;
}
