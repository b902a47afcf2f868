package org.limpid.baselines.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.UncheckedIOException;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

/**
 * How large a model of Tribuo is when it is saved, but for its provenance: that tells the time of
 * the training and the machine, so that equal models would differ in size.
 */
final class SavedSize {
  /** The field of the {@link ModelDataProto} in the message of each kind of model. */
  private static final int METADATA = 1;

  private SavedSize() {}

  static long byteCount(ModelProto saved) {
    try {
      Any data = saved.getSerializedData();
      UnknownFieldSet fields = UnknownFieldSet.parseFrom(data.getValue());
      UnknownFieldSet.Builder kept = fields.toBuilder().clearField(METADATA);
      for (ByteString metadata : fields.getField(METADATA).getLengthDelimitedList()) {
        kept.mergeLengthDelimitedField(METADATA, withoutProvenance(metadata));
      }
      Any shorter = data.toBuilder().setValue(kept.build().toByteString()).build();
      return saved.toBuilder().setSerializedData(shorter).build().getSerializedSize();
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteString withoutProvenance(ByteString metadata)
      throws InvalidProtocolBufferException {
    return ModelDataProto.parseFrom(metadata).toBuilder().clearProvenance().build().toByteString();
  }
}
