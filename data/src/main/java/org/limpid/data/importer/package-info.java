/** Makes data sets from what others publish. Layouts and rules: {@code docs/data-format.md}. */
package org.limpid.data.importer;
