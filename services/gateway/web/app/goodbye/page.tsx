import { GoodbyePage } from "@/start/GoodbyePage";

export default function Page() {
  return <GoodbyePage />;
}
