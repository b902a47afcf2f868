package org.limpid.interpret.onnx;

import java.util.ArrayList;
import java.util.List;

/** An operator with the values it takes and its attributes: a message {@code NodeProto}. */
final class OnnxNode {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int OPERATOR = 4;
  private static final int ATTRIBUTE = 5;
  private static final int DOMAIN = 7;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_TYPE = 20;

  private final String operator;
  private final List<String> inputs;
  private final List<ProtoMessage> attributes = new ArrayList<>();
  private String domain = "";

  OnnxNode(String operator, String... inputs) {
    this.operator = operator;
    this.inputs = List.of(inputs);
  }

  /** The same operator of another set of operators than the usual one. */
  OnnxNode of(String otherDomain) {
    domain = otherDomain;
    return this;
  }

  OnnxNode with(String name, long value) {
    return with(name, 2, new ProtoMessage().number(3, value));
  }

  OnnxNode with(String name, List<String> values) {
    return with(name, 8, new ProtoMessage().texts(9, values));
  }

  OnnxNode with(String name, long[] values) {
    ProtoMessage attribute = new ProtoMessage();
    for (long value : values) {
      attribute.number(8, value);
    }
    return with(name, 7, attribute);
  }

  private OnnxNode with(String name, int type, ProtoMessage attribute) {
    attributes.add(attribute.text(ATTRIBUTE_NAME, name).number(ATTRIBUTE_TYPE, type));
    return this;
  }

  ProtoMessage message(String output) {
    return new ProtoMessage()
        .texts(INPUT, inputs)
        .text(OUTPUT, output)
        .text(OPERATOR, operator)
        .messages(ATTRIBUTE, attributes)
        .text(DOMAIN, domain);
  }
}
