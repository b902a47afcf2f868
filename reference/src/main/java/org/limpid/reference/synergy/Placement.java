package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds servers for a job. */
abstract sealed class Placement {
  final Servers servers;

  private Placement(Servers servers) {
    this.servers = servers;
  }

  static Placement of(boolean consolidates, Servers servers) {
    return consolidates ? new Consolidated(servers) : new FirstFit(servers);
  }

  /**
   * What each server would give, in the order in which they were tried; empty if they can't give
   * all. Nothing is given yet.
   *
   * @param request of the whole job
   */
  abstract Optional<List<Share>> find(Resources request);

  /** Takes GPU after GPU, each with its part of the request, from one server after the other. */
  final Optional<List<Share>> gather(Resources request, IntStream order) {
    Resources unit = request.dividedBy(request.gpus());
    int missing = (int) request.gpus();
    List<Share> shares = new ArrayList<>();
    for (int server : order.toArray()) {
      Share share = new Share(server, most(unit, servers.free(server), missing));
      if (share.gpus() > 0) {
        shares.add(share);
        missing -= share.gpus();
      }
      if (missing == 0) {
        return Optional.of(shares);
      }
    }
    return Optional.empty();
  }

  private static Resources most(Resources unit, Resources free, int limit) {
    Resources held = Resources.NONE;
    for (int taken = 0; taken < limit && unit.fitsIn(free.minus(held)); taken++) {
      held = held.plus(unit);
    }
    return held;
  }

  /** Takes the first GPUs that have enough beside them, be they on as many servers as they may. */
  static final class FirstFit extends Placement {
    FirstFit(Servers servers) {
      super(servers);
    }

    @Override
    Optional<List<Share>> find(Resources request) {
      return gather(request, IntStream.range(0, servers.count()));
    }
  }

  /** Takes the fullest server that can hold a job whole, and else the fullest ones. */
  static final class Consolidated extends Placement {
    Consolidated(Servers servers) {
      super(servers);
    }

    @Override
    Optional<List<Share>> find(Resources request) {
      Optional<List<Share>> whole =
          request.gpus() > 1
              ? fullestFirst()
                  .filter(server -> request.fitsIn(servers.free(server)))
                  .mapToObj(server -> List.of(new Share(server, request)))
                  .findFirst()
              : Optional.empty();
      return whole.or(() -> gather(request, fullestFirst()));
    }

    private IntStream fullestFirst() {
      return IntStream.range(0, servers.count())
          .filter(server -> servers.freeGpus(server) > 0)
          .boxed()
          .sorted(Comparator.comparing(servers::freeGpus)) // stable: then by number
          .mapToInt(Integer::intValue);
    }
  }
}
