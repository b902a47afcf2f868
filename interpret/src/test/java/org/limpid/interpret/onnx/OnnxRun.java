package org.limpid.interpret.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** ONNX Runtime, which knows nothing of Limpid, with one model. */
final class OnnxRun implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxRun(byte[] model) throws OrtException {
    session = environment.createSession(model);
  }

  List<String> inputs() {
    return List.copyOf(session.getInputNames());
  }

  /** What it makes of rows, by the names of outputs; missing categories are empty texts. */
  Map<String, Object> of(List<Row> rows) throws OrtException {
    Map<String, OnnxTensorLike> inputs = new LinkedHashMap<>();
    for (String name : session.getInputNames()) {
      inputs.put(name, column(rows, rows.getFirst().position(name)));
    }
    try (OrtSession.Result result = session.run(inputs)) {
      Map<String, Object> outputs = new LinkedHashMap<>();
      for (String name : session.getOutputNames()) {
        outputs.put(name, result.get(name).orElseThrow().getValue());
      }
      return outputs;
    } finally {
      inputs.values().forEach(OnnxTensorLike::close);
    }
  }

  private OnnxTensor column(List<Row> rows, int position) throws OrtException {
    return rows.getFirst().features().get(position) instanceof Feature.Numeric
        ? OnnxTensor.createTensor(
            environment,
            rows.stream().map(row -> new double[] {row.encoded(position)}).toArray(double[][]::new))
        : OnnxTensor.createTensor(
            environment,
            rows.stream().map(row -> new String[] {text(row, position)}).toArray(String[][]::new));
  }

  private static String text(Row row, int position) {
    return Double.isNaN(row.encoded(position)) ? "" : row.text(position);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
