package org.limpid.plots.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limpid.simulation.waiting.WaitCause;

/** The stories of the jobs that waited longest under a policy, as far as there is room. */
final class StoryTexts {
  private StoryTexts() {}

  /**
   * An object with stories by the places of their jobs among those shown.
   *
   * @param most characters that there is room for
   */
  static String of(PolicyColumns policy, int[] rows, JobStories stories, int most) {
    JsonText json = new JsonText();
    if (most == 0) {
      return json.toString();
    }
    List<Integer> byWait =
        IntStream.range(0, rows.length)
            .filter(place -> policy.queueSeconds(rows[place]) > 0)
            .boxed()
            .sorted(Comparator.comparingLong(place -> -policy.queueSeconds(rows[place])))
            .toList();
    int length = 0;
    for (int place : byWait) {
      String story = stories.of(policy.policy(), rows[place]).map(StoryTexts::json).orElse("");
      length += story.length();
      if (length > most) {
        break;
      }
      if (!story.isEmpty()) {
        json.json(Integer.toString(place), story);
      }
    }
    return json.toString();
  }

  private static String json(JobStory story) {
    return new JsonText()
        .json("phases", JsonText.array(story.phases().stream().map(StoryTexts::json).toList()))
        .texts("sentences", story.sentences())
        .toString();
  }

  private static String json(JobStory.Phase phase) {
    return JsonText.array(
        List.of(
            Long.toString(phase.fromSecond()),
            Long.toString(phase.toSecond()),
            JsonText.quoted(phase.activity().name().toLowerCase(Locale.ROOT)),
            Integer.toString(phase.cause().map(WaitCause::ordinal).orElse(-1)),
            JsonText.quoted(phase.note())));
  }
}
