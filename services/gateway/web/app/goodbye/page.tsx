import { PageWords } from "@/intl/PageWords";
import { GoodbyePage } from "@/start/GoodbyePage";

export default function Page() {
  return <PageWords><GoodbyePage /></PageWords>;
}
