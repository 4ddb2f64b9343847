import { PlaysPage } from "@/plays/PlaysPage";

export default function Page() {
  return <PlaysPage />;
}
