/** Runs for other programs: lines of JSON, CSV, Chrome's trace format, OpenMetrics. */
package org.limpid.results.export;
