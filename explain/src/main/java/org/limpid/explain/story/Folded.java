package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.files.Words;
import org.limpid.simulation.policy.Notes;

/**
 * The events of a story of which nothing came: the job waited on for the same cause. Where there
 * are several of a kind, a sentence tells them together.
 *
 * @param events those that are not told by themselves
 * @param sentences that tell them
 */
record Folded(Set<StoryEvent> events, List<String> sentences) {
  /** Nothing is told together. */
  static final Folded NOTHING = new Folded(Set.of(), List.of());

  static Folded of(Story story) {
    Map<Notes.Repeated, List<StoryEvent>> byKind = new LinkedHashMap<>();
    for (StoryEvent event : story.events()) {
      event
          .repeated()
          .filter(kind -> kind.firstIsTold() || isWithoutEffect(event, story))
          .ifPresent(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(event));
    }
    Set<StoryEvent> events = new HashSet<>();
    List<String> sentences = new ArrayList<>();
    byKind.forEach((kind, all) -> {
      List<StoryEvent> told = kind.firstIsTold() ? all.subList(1, all.size()) : all;
      if (told.size() > 1) {
        events.addAll(told);
        sentences.add(kind.words().formatted(Words.times(told.size())) + ".");
      }
    });
    return new Folded(events, sentences);
  }

  /** Within a time of waiting: the job did not start then, and the cause did not change. */
  private static boolean isWithoutEffect(StoryEvent event, Story story) {
    return story.segments().stream()
        .anyMatch(segment ->
            segment.fromSecond() < event.second() && event.second() < segment.toSecond());
  }
}
