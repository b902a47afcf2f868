package org.limpid.baselines.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import org.junit.jupiter.api.Test;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.common.tree.protos.TreeNodeProto;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

final class SavedSizeTest {
  private static final String WHOLE_SECOND = "2026-01-01T00:00:00Z";
  private static final String LATER = "2026-01-01T00:00:00.123456789Z";

  @Test
  void equalModelsHaveEqualSizesWheneverTheyWereTrained() {
    assertEquals(size(tree(WHOLE_SECOND, 3)), size(tree(LATER, 3)));
    assertEquals(size(boosted(WHOLE_SECOND)), size(boosted(LATER)));
  }

  @Test
  void theRestOfTheModelCounts() {
    assertTrue(size(tree(LATER, 4)) > size(tree(LATER, 3)));
  }

  private static Any tree(String time, int nodes) {
    TreeModelProto.Builder model = TreeModelProto.newBuilder().setMetadata(metadata(time));
    for (int i = 0; i < nodes; i++) {
      model.addNodes(TreeNodeProto.getDefaultInstance());
    }
    return Any.pack(model.build());
  }

  private static Any boosted(String time) {
    return Any.pack(XGBoostModelProto.newBuilder().setMetadata(metadata(time)).build());
  }

  private static ModelDataProto metadata(String time) {
    return ModelDataProto.newBuilder()
        .setName("model")
        .setProvenance(
            RootProvenanceProto.newBuilder()
                .addSmp(SimpleProvenanceProto.newBuilder().setValue(time)))
        .build();
  }

  private static long size(Any data) {
    return SavedSize.byteCount(ModelProto.newBuilder().setSerializedData(data).build());
  }
}
