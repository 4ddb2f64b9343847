import { JoinPage } from "@/join/JoinPage";

export default function Page() {
  return <JoinPage />;
}
