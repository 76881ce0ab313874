"""Alembic's entry: the steps run in the transaction that the store has already begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
