import "../../styles/story.css";
import { StoryPage } from "@/story/StoryPage";

export default function Page() {
  return <StoryPage />;
}
