/** JSON files that are checked completely, each problem with its place, and written stably. */
package org.limpid.files.json;
