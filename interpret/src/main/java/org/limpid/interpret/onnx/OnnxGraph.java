package org.limpid.interpret.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Inputs, operators and outputs, put together one after the other. Every value has a name of its
 * own. Rows are the first dimension of inputs and outputs, however many there are.
 *
 * <p>Source: <a href="https://onnx.ai/onnx/repo-docs/IR.html">Open Neural Network Exchange
 * intermediate representation</a> and {@code onnx.proto}, in which the numbers of fields stand.
 */
final class OnnxGraph {
  /** The set of operators for other models than neural networks. */
  static final String MACHINE_LEARNING = "ai.onnx.ml";

  private static final int FORMAT_VERSION = 8;
  private static final int OPERATORS = 15;
  private static final int MACHINE_LEARNING_OPERATORS = 3;
  private static final int TENSOR_NAME = 8;

  private final List<ProtoMessage> nodes = new ArrayList<>();
  private final List<ProtoMessage> constants = new ArrayList<>();
  private final List<ProtoMessage> inputs = new ArrayList<>();
  private final List<ProtoMessage> outputs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** A graph whose values have other names than these, which are for inputs. */
  OnnxGraph(List<String> reserved) {
    names.addAll(reserved);
  }

  /** A column of the input under a reserved name. */
  String input(String name, ElementType type) {
    inputs.add(value(name, type, 1));
    return name;
  }

  /** A constant. */
  String constant(ProtoMessage tensor) {
    String name = unique("constant " + constants.size());
    constants.add(tensor.text(TENSOR_NAME, name));
    return name;
  }

  /** What an operator makes of values. */
  String apply(String operator, String... values) {
    return apply(new OnnxNode(operator, values));
  }

  /** What an operator makes of values. */
  String apply(OnnxNode node) {
    return add(node, unique("value " + nodes.size()));
  }

  /** Gives a value of so many columns out. */
  void output(String name, String value, ElementType type, int columns) {
    String output = add(new OnnxNode("Identity", value), unique(name));
    outputs.add(value(output, type, columns));
  }

  private String add(OnnxNode node, String name) {
    nodes.add(node.message(name));
    return name;
  }

  /** The name, with lines at its end where it is taken. */
  private String unique(String name) {
    String free = name;
    while (!names.add(free)) {
      free += "_";
    }
    return free;
  }

  /** A message {@code ValueInfoProto} of rows x columns. */
  private static ProtoMessage value(String name, ElementType type, int columns) {
    ProtoMessage shape =
        new ProtoMessage()
            .message(1, new ProtoMessage().text(2, "rows"))
            .message(1, new ProtoMessage().number(1, columns));
    ProtoMessage tensor = new ProtoMessage().number(1, type.number()).message(2, shape);
    return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
  }

  /** The file, a message {@code ModelProto}. */
  byte[] toBytes(String description) {
    ProtoMessage graph =
        new ProtoMessage()
            .messages(1, nodes)
            .text(2, "limpid")
            .messages(5, constants)
            .messages(11, inputs)
            .messages(12, outputs);
    return new ProtoMessage()
        .number(1, FORMAT_VERSION)
        .text(2, "Limpid")
        .text(6, description)
        .message(7, graph)
        .message(8, operators("", OPERATORS))
        .message(8, operators(MACHINE_LEARNING, MACHINE_LEARNING_OPERATORS))
        .toBytes();
  }

  private static ProtoMessage operators(String domain, int version) {
    return new ProtoMessage().text(1, domain).number(2, version);
  }
}
