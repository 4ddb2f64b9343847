import "../../styles/story.css";
import { StoryPage } from "@/story/StoryPage";
import { AddedWords } from "@/intl/AddedWords";

export default function Page() {
  return <AddedWords part="story"><StoryPage /></AddedWords>;
}
