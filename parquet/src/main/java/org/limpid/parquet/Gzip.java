package org.limpid.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.limpid.files.AtomicFiles;

/** Compresses pages by the JDK; the compressors of parquet-java need Hadoop or native code. */
final class Gzip implements BytesInputCompressor {
  @Override
  public BytesInput compress(BytesInput bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = AtomicFiles.gzip(compressed)) {
      bytes.writeAllTo(out);
    }
    return BytesInput.from(compressed.toByteArray());
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.GZIP;
  }

  @Override
  public void release() {
    // Holds nothing.
  }
}
