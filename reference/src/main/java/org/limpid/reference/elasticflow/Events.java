package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.List;

/** Events in the order of time, at most one at each time. Not safe for several threads. */
final class Events {
  /** Arrivals and ends at one time. */
  static final class Event {
    private double time;
    private final List<Job> starts = new ArrayList<>();
    private final List<Job> ends = new ArrayList<>();

    private Event(double time) {
      this.time = time;
    }

    double time() {
      return time;
    }

    List<Job> starts() {
      return starts;
    }

    List<Job> ends() {
      return ends;
    }
  }

  /** The latest first, so that little moves when something happens at the front. */
  private final List<Event> latestFirst = new ArrayList<>();

  /**
   * One event per time of submission.
   *
   * @param jobs ascending by submission
   */
  static Events ofArrivals(List<Job> jobs) {
    Events events = new Events();
    for (Job job : jobs.reversed()) {
      List<Event> all = events.latestFirst;
      if (all.isEmpty() || all.getLast().time != job.submit) {
        all.add(new Event(job.submit));
      }
      all.getLast().starts.addFirst(job);
    }
    return events;
  }

  boolean isEmpty() {
    return latestFirst.isEmpty();
  }

  int size() {
    return latestFirst.size();
  }

  Event head() {
    return latestFirst.getLast();
  }

  /** Removes an event, if it is still there. */
  void remove(Event event) {
    latestFirst.remove(event);
  }

  void removeHead() {
    latestFirst.removeLast();
  }

  /** The time of the next event; none: infinity. */
  double nextTime() {
    return isEmpty() ? Double.POSITIVE_INFINITY : head().time;
  }

  /** Place of the event at a time, or {@code -1 - place} where it belongs. */
  private int find(double time) {
    int low = 0;
    int high = latestFirst.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      double there = latestFirst.get(middle).time;
      if (there == time) {
        return middle;
      }
      if (there > time) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  private Event at(double time) {
    int place = find(time);
    if (place < 0) {
      place = -1 - place;
      latestFirst.add(place, new Event(time));
    }
    return latestFirst.get(place);
  }

  /** Makes an event without jobs, unless there is one. */
  void scale(double time) {
    at(time);
  }

  /** Lets a job end at a time. */
  void post(Job job, double time) {
    List<Job> ends = at(time).ends;
    if (!ends.contains(job)) {
      ends.add(job);
    }
  }

  /** Lets a job end at another time; an event that has no jobs then is left out. */
  void move(Job job, double from, double to) {
    if (from == to) {
      return;
    }
    int place = Double.isNaN(from) ? -1 : find(from);
    if (place >= 0) {
      Event event = latestFirst.get(place);
      event.ends.remove(job);
      if (event.ends.isEmpty() && event.starts.isEmpty()) {
        latestFirst.remove(place);
      }
    }
    post(job, to);
  }

  /**
   * Merges the events of a round into the first one, which moves to the end of the slot even if the
   * next one lies far behind; a single event stays where it is.
   *
   * @param now the round before
   * @param withEnds whether the ends of merged events are kept; else they are lost
   */
  void merge(double now, double slot, boolean withEnds) {
    Event head = head();
    double reached = head.time;
    while ((long) (reached - now) <= slot && latestFirst.size() >= 2) {
      head.time = now + slot;
      Event second = latestFirst.get(latestFirst.size() - 2);
      if (second.time - now > slot) {
        return;
      }
      reached = second.time;
      head.starts.addAll(second.starts);
      if (withEnds) {
        head.ends.addAll(second.ends);
      }
      latestFirst.remove(latestFirst.size() - 2);
    }
  }

  /** Moves a single event within the slot to its end. */
  void moveSingle(double now, double slot) {
    if (size() == 1 && head().time - now < slot) {
      head().time = now + slot;
    }
  }
}
