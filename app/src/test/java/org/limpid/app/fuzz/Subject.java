package org.limpid.app.fuzz;

import java.util.List;

/**
 * Files of one kind and the commands that read them.
 *
 * @param name of the kind
 * @param files below the folder of all inputs
 * @param commands words with blanks between; {@code @name} is a path below that folder
 */
record Subject(String name, List<String> files, List<String> commands) {
  Subject {
    files = List.copyOf(files);
    commands = List.copyOf(commands);
  }
}
