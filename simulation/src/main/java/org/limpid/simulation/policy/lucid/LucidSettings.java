package org.limpid.simulation.policy.lucid;

/** What all virtual clusters of a run of Lucid have in common. */
record LucidSettings(
    WorkloadFacts facts,
    SharingSwitch sharing,
    LucidColumns columns,
    int gpuMemoryMib,
    boolean survivorRecovers) {}
