"""A real Kubernetes of one node without a container engine, in namespaces of its own: nothing of the machine changes.

`up.py` begins in the machine's namespaces and ends with a node that is ready; `inside.py` is the first process of the
node's namespaces; `down.py` leaves no process, mount, network or control group behind.
"""
