package org.limpid.bench.models;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;

/** SHA-256 of the numbers of a model: intercepts and the scores of all terms in all bags. */
final class ModelHash {
  private final MessageDigest digest;

  private ModelHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(EbmModel model) {
    ModelHash hash = new ModelHash();
    hash.add(model.intercept());
    Arrays.stream(model.bagIntercepts()).forEach(hash::add);
    for (Term term : model.terms()) {
      hash.add(term.scores());
      hash.add(term.deviations());
      Arrays.stream(term.bagScores()).forEach(hash::add);
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    bytes.asDoubleBuffer().put(numbers);
    digest.update(bytes);
  }
}
