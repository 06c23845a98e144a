/** Thrown by a handler: this message can never be delivered (an address that does not exist). It is set aside; later ones go on. */
export class OutboxRefusal extends Error {
  override readonly name = "OutboxRefusal";
}
