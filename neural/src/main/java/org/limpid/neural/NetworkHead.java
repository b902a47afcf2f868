package org.limpid.neural;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Provenance;
import org.limpid.neural.Phase.Loss;

/**
 * All of a policy but the weights of its network, as JSON.
 *
 * @param learner its name
 * @param lengths of the arrays of weights
 */
record NetworkHead(
    String learner,
    LearnerSettings settings,
    Scaling scaling,
    NetworkOrigin origin,
    Optional<PolicyHead> head,
    List<Integer> lengths) {
  private static final String TRAINER = "Limpid neural " + Provenance.VERSION;

  /** Far more than any network here has. */
  private static final long MOST = 1 << 28;

  NetworkHead(NeuralPolicy policy, List<Integer> lengths) {
    this(
        policy.name(),
        policy.network().settings(),
        policy.network().scaling(),
        policy.network().origin(),
        policy.head(),
        lengths);
  }

  /**
   * Reads it; problems are noted.
   *
   * @throws IllegalArgumentException if numbers don't fit together
   */
  NetworkHead(JsonSection json) {
    this(
        json.text("learner"),
        settings(json),
        new Scaling(json.numbers("means"), json.numbers("deviations")),
        origin(json),
        json.has("head") ? Optional.of(policyHead(json.section("head"))) : Optional.empty(),
        Arrays.stream(json.numbers("lengths")).mapToObj(length -> (int) length).toList());
    json.ignore("trainer", "target");
  }

  /** The policy with these weights. */
  NeuralPolicy policy(List<float[]> weights) {
    return new NeuralPolicy(learner, new GapNetwork(settings, scaling, weights, origin), head);
  }

  void write(JsonOutput json) throws IOException {
    json.beginObject()
        .text("learner", learner)
        .text("trainer", TRAINER)
        .text("target", "gap_h")
        .text("engine", origin.engine())
        .text("data_hash", origin.dataHash())
        .wholeNumber("examples", origin.examples())
        .number("error_h", origin.errorHours())
        .numbers("losses", origin.losses().toArray(double[][]::new));
    write(json, settings.network());
    json.beginArray("phases");
    for (Phase phase : phases()) {
      write(json, phase);
    }
    json.endArray()
        .flag("standardised", settings.standardised())
        .wholeNumber("head_updates", settings.headUpdates())
        .wholeNumber("seed", settings.seed())
        .numbers("means", scaling.means())
        .numbers("deviations", scaling.deviations());
    if (head.isPresent()) {
      write(json, head.get());
    }
    json.numbers("lengths", lengths.stream().mapToDouble(Integer::doubleValue).toArray())
        .endObject();
  }

  /** Those of the experts, then that of all. */
  private List<Phase> phases() {
    return Stream.concat(settings.experts().stream(), Stream.of(settings.whole())).toList();
  }

  private static void write(JsonOutput json, NetworkSettings network) throws IOException {
    json.beginLine("network")
        .wholeNumber("states", network.states())
        .wholeNumber("numbers", network.numbers())
        .wholeNumber("experts", network.experts())
        .wholeNumber("layers", network.layers())
        .wholeNumber("heads", network.heads())
        .wholeNumber("width", network.width())
        .wholeNumber("feed_forward", network.feedForward())
        .number("dropout", network.dropout())
        .endObject();
  }

  private static void write(JsonOutput json, Phase phase) throws IOException {
    json.beginLine()
        .text("loss", phase.loss().name().toLowerCase(Locale.ROOT))
        .number("learning_rate", phase.learningRate())
        .wholeNumber("batch", phase.batch())
        .wholeNumber("epochs", phase.epochs())
        .endObject();
  }

  private static void write(JsonOutput json, PolicyHead head) throws IOException {
    json.beginLine("head")
        .numbers("weights", doubles(head.weights()))
        .numbers("biases", doubles(head.biases()))
        .wholeNumber("interval_s", head.intervalSeconds())
        .endObject();
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  private static float[] floats(double[] doubles) {
    float[] floats = new float[doubles.length];
    for (int i = 0; i < doubles.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  private static LearnerSettings settings(JsonSection json) {
    List<Phase> phases = json.sections("phases").stream().map(NetworkHead::phase).toList();
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("there is no phase of training");
    }
    return new LearnerSettings(
        network(json.section("network")),
        phases.subList(0, phases.size() - 1),
        phases.getLast(),
        json.flag("standardised"),
        whole(json, "head_updates"),
        json.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static NetworkSettings network(JsonSection json) {
    try (json) {
      return new NetworkSettings(
          whole(json, "states"),
          whole(json, "numbers"),
          whole(json, "experts"),
          whole(json, "layers"),
          whole(json, "heads"),
          whole(json, "width"),
          whole(json, "feed_forward"),
          json.number("dropout"));
    }
  }

  private static Phase phase(JsonSection json) {
    try (json) {
      List<String> losses =
          Stream.of(Loss.values()).map(loss -> loss.name().toLowerCase(Locale.ROOT)).toList();
      return new Phase(
          Loss.values()[losses.indexOf(json.oneOf("loss", losses))],
          json.number("learning_rate"),
          whole(json, "batch"),
          whole(json, "epochs"));
    }
  }

  private static NetworkOrigin origin(JsonSection json) {
    return new NetworkOrigin(
        json.text("engine"),
        json.text("data_hash"),
        whole(json, "examples"),
        List.of(json.numberArrays("losses")),
        json.number("error_h"));
  }

  private static PolicyHead policyHead(JsonSection json) {
    try (json) {
      return new PolicyHead(
          floats(json.numbers("weights")),
          floats(json.numbers("biases")),
          json.wholeNumber("interval_s", 1, MOST));
    }
  }

  private static int whole(JsonSection json, String key) {
    return (int) json.wholeNumber(key, 0, MOST);
  }
}
