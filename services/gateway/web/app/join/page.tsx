import { JoinPage } from "@/join/JoinPage";
import { PageWords } from "@/intl/PageWords";

export default function Page() {
  return <PageWords><JoinPage /></PageWords>;
}
