import { SignInPage } from "@/start/SignInPage";

export default function Page() {
  return <SignInPage />;
}
