"""`ask-sealing-key`: with which key the gateway seals passwords."""

from auth.account_ports import Sealing
from contracts.messages.accounts import AskSealingKey, SealingKeyTold


class SealingKeyHandler:
    """Consumes AskSealingKey, answers SealingKeyTold. Twice: the same key."""

    def __init__(self, sealing: Sealing) -> None:
        self._sealing = sealing

    async def __call__(self, request: AskSealingKey) -> SealingKeyTold:
        """The public key."""
        return SealingKeyTold(public_key=self._sealing.public_key)
