package org.limpid.estimator.history;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs count as similar: those that agree in some attributes. Every grouping but the first
 * refines a wider one, which stands in for it while it knows little; wider ones come first.
 */
public enum Grouping {
  /** All jobs. */
  ALL("all", null),
  /** Jobs of the same user. */
  USER("user", ALL, GroupAttribute.USER),
  /** Jobs of the same user and number of GPUs. */
  USER_GPUS("user, GPUs", USER, GroupAttribute.USER, GroupAttribute.GPUS),
  /** Jobs of the same user, virtual cluster, number of GPUs and CPUs. */
  USER_GPUS_CPUS(
      "user, VC, GPUs, CPUs",
      USER_GPUS,
      GroupAttribute.USER,
      GroupAttribute.VIRTUAL_CLUSTER,
      GroupAttribute.GPUS,
      GroupAttribute.CPUS),
  /** Jobs of the same user and number of CPUs. */
  USER_CPUS("user, CPUs", USER, GroupAttribute.USER, GroupAttribute.CPUS),
  /** Jobs of anybody in the same virtual cluster with as many GPUs. */
  CLUSTER_GPUS("VC, GPUs", ALL, GroupAttribute.VIRTUAL_CLUSTER, GroupAttribute.GPUS),
  /** Jobs of anybody in the same virtual cluster with as many GPUs and CPUs. */
  CLUSTER_GPUS_CPUS(
      "VC, GPUs, CPUs",
      CLUSTER_GPUS,
      GroupAttribute.VIRTUAL_CLUSTER,
      GroupAttribute.GPUS,
      GroupAttribute.CPUS),
  /** Jobs of anybody with a similar name. */
  NAME_CLUSTER("similar name", ALL, GroupAttribute.NAME_CLUSTER),
  /** Jobs of the same user with a similar name. */
  USER_NAME_CLUSTER("user, similar name", USER, GroupAttribute.USER, GroupAttribute.NAME_CLUSTER),
  /** Jobs of the same user with the same name. */
  USER_NAME("user, name", USER_NAME_CLUSTER, GroupAttribute.USER, GroupAttribute.NAME),
  /** Jobs of anybody that train the same deep-learning model. */
  MODEL("model", ALL, GroupAttribute.MODEL),
  /** Jobs of anybody in the same virtual cluster that train the same model. */
  CLUSTER_MODEL("VC, model", MODEL, GroupAttribute.VIRTUAL_CLUSTER, GroupAttribute.MODEL),
  /** Jobs of the same user that train the same model. */
  USER_MODEL("user, model", USER, GroupAttribute.USER, GroupAttribute.MODEL),
  /** Jobs of the same user with the same workload. */
  USER_WORKLOAD("user, workload", USER_MODEL, GroupAttribute.USER, GroupAttribute.WORKLOAD),
  /** Jobs of the same user with the same workload on as many GPUs. */
  USER_GPUS_WORKLOAD(
      "user, GPUs, workload",
      USER_WORKLOAD,
      GroupAttribute.USER,
      GroupAttribute.GPUS,
      GroupAttribute.WORKLOAD),
  /** Jobs of the same user, virtual cluster, number of GPUs and CPUs that train the same model. */
  USER_GPUS_CPUS_MODEL(
      "user, VC, GPUs, CPUs, model",
      USER_MODEL,
      GroupAttribute.USER,
      GroupAttribute.VIRTUAL_CLUSTER,
      GroupAttribute.GPUS,
      GroupAttribute.CPUS,
      GroupAttribute.MODEL);

  private final String label;
  private final Grouping wider;
  private final Set<GroupAttribute> attributes;

  Grouping(String label, Grouping wider, GroupAttribute... attributes) {
    this.label = label;
    this.wider = wider;
    this.attributes =
        attributes.length == 0
            ? EnumSet.noneOf(GroupAttribute.class)
            : EnumSet.copyOf(Arrays.asList(attributes));
  }

  /** What the jobs have in common, as the names of features say it. */
  public String label() {
    return label;
  }

  /** The grouping that it refines; empty for {@link #ALL}. */
  public Optional<Grouping> wider() {
    return Optional.ofNullable(wider);
  }

  /** Whether it needs the names of jobs. */
  public boolean needsName() {
    return attributes.contains(GroupAttribute.NAME)
        || attributes.contains(GroupAttribute.NAME_CLUSTER);
  }

  /** Whether it needs the profiles of jobs. */
  public boolean needsProfile() {
    return attributes.contains(GroupAttribute.MODEL)
        || attributes.contains(GroupAttribute.WORKLOAD);
  }

  Set<GroupAttribute> attributes() {
    return attributes;
  }
}
