import { PlaysPage } from "@/plays/PlaysPage";
import { PlaysWords } from "@/plays/PlaysWords";

export default function Page() {
  return <PlaysWords><PlaysPage /></PlaysWords>;
}
