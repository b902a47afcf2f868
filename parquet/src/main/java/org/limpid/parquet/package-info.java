/** Tables as Apache Parquet files: written by parquet-java without Hadoop, read by Hardwood. */
package org.limpid.parquet;
