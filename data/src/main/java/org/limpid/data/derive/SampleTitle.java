package org.limpid.data.derive;

import java.util.ArrayList;
import java.util.List;

/** Says what a sample is, for its title. */
final class SampleTitle {
  private SampleTitle() {}

  static String of(SampleRequest request, int jobs, int ofJobs) {
    List<String> parts = new ArrayList<>();
    parts.add("%,d of %,d jobs".formatted(jobs, ofJobs));
    if (request.share() < 1) {
      parts.add(
          "%s of the %s, seed %d"
              .formatted(request.share(), request.unit().label(), request.seed()));
    }
    request.from().ifPresent(time -> parts.add("from " + time));
    request.to().ifPresent(time -> parts.add("before " + time));
    if (!request.clusters().isEmpty()) {
      parts.add("of " + String.join(", ", request.clusters()));
    }
    if (request.scalesNodes()) {
      parts.add("nodes in proportion");
    }
    return String.join("; ", parts);
  }
}
