package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.limpid.files.Words;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Notes;

/**
 * A place was taken for a job.
 *
 * @param considered how many places came into question
 * @param taken the one that was taken
 * @param others the cheapest of the others
 */
public record Placed(long second, int considered, Place taken, List<Place> others)
    implements Notes.Telling {
  private static final int DECIMALS = 4;

  public Placed {
    others = List.copyOf(others);
  }

  /**
   * A place and what the cluster was expected to lose by it, in GPUs: as if so many did nothing.
   *
   * @param form which GPUs of these nodes, in words; empty: all
   * @param nodes on how many nodes it is
   * @param firstNode number of the first one
   * @param hostsLoss what the jobs there would lose
   * @param ownLoss what the job itself would lose
   * @param fragmentation price of breaking up free GPUs
   * @param hostCount jobs that are there
   * @param hosts the first of them
   */
  public record Place(
      String form,
      int nodes,
      int firstNode,
      double hostsLoss,
      double ownLoss,
      double fragmentation,
      int hostCount,
      List<JobName> hosts) {
    public Place {
      hosts = List.copyOf(hosts);
    }

    /** What it costs, in GPUs. */
    double cost() {
      return hostsLoss + ownLoss + fragmentation;
    }

    private String text() {
      String where =
          nodes == 1
              ? "node " + firstNode
              : "%s from node %d on".formatted(Words.count(nodes, "node"), firstNode);
      return (form.isEmpty() ? "" : form + " on ") + where + beside();
    }

    private String beside() {
      if (hostCount == 0) {
        return "";
      }
      List<String> names =
          new ArrayList<>(hosts.stream().map(host -> "job " + host.inWords()).toList());
      if (hostCount > names.size()) {
        names.add(Words.count(hostCount - names.size(), "other"));
      }
      return " beside " + Words.list(names);
    }

    private String costs() {
      return hostCount == 0
          ? "costs %s for what it breaks up".formatted(gpus(fragmentation))
          : "costs %s: %s lost by those who are there, %s by itself"
              .formatted(gpus(cost()), number(hostsLoss), number(ownLoss));
    }
  }

  private static String gpus(double count) {
    String text = number(count);
    return text + (text.equals("1") ? " GPU" : " GPUs");
  }

  private static String number(double gpus) {
    String text = Words.number(gpus, DECIMALS);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }

  /**
   * What a note of this kind tells: how many places were considered; then for the one taken and
   * some others the form, nodes, first node, the three costs, the number of hosts, and the first
   * hosts.
   *
   * @param names what jobs are called
   */
  static Placed of(Note note, int hostsTold, IntFunction<JobName> names) {
    List<Place> places = new ArrayList<>();
    int at = 1;
    while (at < note.values().size()) {
      int hostCount = note.whole(at + 6);
      List<JobName> hosts = new ArrayList<>();
      for (int host = 0; host < Math.min(hostCount, hostsTold); host++) {
        hosts.add(names.apply(note.whole(at + 7 + host)));
      }
      places.add(
          new Place(
              Candidate.Form.values()[note.whole(at)].words(),
              note.whole(at + 1),
              note.whole(at + 2),
              note.values().get(at + 3),
              note.values().get(at + 4),
              note.values().get(at + 5),
              hostCount,
              hosts));
      at += 7 + hosts.size();
    }
    return new Placed(
        note.second(), note.whole(0), places.getFirst(), places.subList(1, places.size()));
  }

  @Override
  public String label() {
    return PlacementTeller.PLACED;
  }

  @Override
  public String text() {
    String first =
        "Of %s it took the cheapest: %s (%s)."
            .formatted(Words.count(considered, "place"), taken.text(), taken.costs());
    if (considered == 1) {
      first = "There was one place: %s (%s).".formatted(taken.text(), taken.costs());
    }
    List<String> rest =
        others.stream().map(each -> each.text() + " (" + each.costs() + ")").toList();
    return rest.isEmpty() ? first : first + " Next came " + String.join("; ", rest) + ".";
  }
}
