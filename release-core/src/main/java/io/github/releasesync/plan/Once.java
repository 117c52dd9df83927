package io.github.releasesync.plan;

import java.util.function.Supplier;

/** A value that is made when it is asked for, and only once. For one thread. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T value;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
