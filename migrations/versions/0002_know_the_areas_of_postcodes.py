"""Know the areas of postcodes

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "postcode_area",
        sa.Column("list_name", sa.String(length=32), nullable=False),
        sa.Column("postcode", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("list_name", "postcode", name=op.f("pk_postcode_area")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("postcode_area")
