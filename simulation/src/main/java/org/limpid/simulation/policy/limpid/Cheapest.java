package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limpid.simulation.policy.limpid.Candidate.Form;
import org.limpid.simulation.resource.Nodes;

/** The cheapest of the places on single nodes that are considered for one job. For one thread. */
final class Cheapest {
  private final Nodes nodes;
  private final boolean keepsAll;
  private final List<Candidate> considered = new ArrayList<>();
  private Form form;
  private int node;
  private long mask;
  private double hostsLoss;
  private double ownLoss;
  private double fragmentation;
  private double cost;

  /**
   * @param nodes where places are
   * @param keepsAll whether the others are to be told, too
   */
  Cheapest(Nodes nodes, boolean keepsAll) {
    this.nodes = nodes;
    this.keepsAll = keepsAll;
  }

  /** Whether the others are to be told, too. */
  boolean keepsAll() {
    return keepsAll;
  }

  void begin() {
    form = null;
    cost = Double.POSITIVE_INFINITY;
    considered.clear();
  }

  /** Some free GPUs of a node. */
  void offerFree(int position, long gpus, double price) {
    offer(Form.FREE, position, gpus, 0, 0, price);
  }

  /** GPUs of a node with hosts. */
  void offer(Form how, int position, long gpus, double lossOfHosts, double lossOfNewcomer) {
    offer(how, position, gpus, lossOfHosts, lossOfNewcomer, 0);
  }

  private void offer(
      Form how, int position, long gpus, double lossOfHosts, double lossOfNewcomer, double price) {
    if (keepsAll) {
      considered.add(
          new Candidate(how, nodes.onNode(position, gpus), lossOfHosts, lossOfNewcomer, price));
    }
    double sum = lossOfHosts + lossOfNewcomer + price;
    if (sum < cost || (sum == cost && position < node)) {
      cost = sum;
      form = how;
      node = position;
      mask = gpus;
      hostsLoss = lossOfHosts;
      ownLoss = lossOfNewcomer;
      fragmentation = price;
    }
  }

  /** What the cheapest one costs; infinite if there is none. */
  double cost() {
    return cost;
  }

  /** Whether no place on this node or one behind it can be the cheapest any more. */
  boolean isFoundBefore(int position) {
    return !keepsAll && cost == 0 && position >= node;
  }

  /** The first of the cheapest ones in the order of nodes; null if there is none. */
  Candidate found() {
    return form == null
        ? null
        : new Candidate(form, nodes.onNode(node, mask), hostsLoss, ownLoss, fragmentation);
  }

  /** All that were considered in the order of nodes, if they are kept. */
  List<Candidate> considered() {
    considered.sort(Comparator.comparingInt(each -> each.place().node(0)));
    return considered;
  }
}
