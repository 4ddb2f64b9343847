import "../../styles/story.css";
import { StoryPage } from "@/story/StoryPage";
import { StoryWords } from "@/story/StoryWords";

export default function Page() {
  return <StoryWords><StoryPage /></StoryWords>;
}
