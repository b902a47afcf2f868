package org.limpid.data.importer;

import java.util.List;

/** All importers, in the order in which commands list them. */
public final class TraceImporters {
  private static final List<TraceImporter> ALL =
      List.of(
          LucidArtifactImporter.IMPORTER,
          HeliosImporter.IMPORTER,
          PhillyImporter.IMPORTER,
          PaiImporter.IMPORTER,
          AcmeImporter.IMPORTER,
          OpenbImporter.IMPORTER,
          SpotGpuImporter.IMPORTER,
          ElasticFlowImporter.IMPORTER,
          ElasticFlowDrawImporter.IMPORTER,
          TiresiasImporter.IMPORTER,
          SacctImporter.IMPORTER,
          SwfImporter.IMPORTER,
          MirageImporter.IMPORTER,
          SynergyImporter.IMPORTER,
          SynergyPhillyImporter.IMPORTER,
          CsvImporter.IMPORTER);

  private TraceImporters() {}

  public static List<TraceImporter> all() {
    return ALL;
  }
}
