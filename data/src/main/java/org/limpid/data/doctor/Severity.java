package org.limpid.data.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters, most first. */
public enum Severity {
  /** Results say nothing until it is mended. */
  HIGH,
  /** Results are off, by how much nobody knows. */
  MEDIUM,
  /** Worth knowing when results are read. */
  LOW;

  /** The name in messages and in JSON. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
